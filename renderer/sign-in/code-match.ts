/** Whom a typed code means. */
export type CodeMatch<T> =
  | { readonly kind: 'one'; readonly operator: T }
  | { readonly kind: 'more' }
  | { readonly kind: 'none' }

/**
 * 'one' as soon as the code is somebody's and no longer code begins with it, or, with `done` (Enter), once it is
 * somebody's at all; 'more' while digits may follow; 'none' where nobody's code begins so.
 */
export function matchCode<T extends { readonly code: string }>(
  operators: readonly T[],
  typed: string,
  done: boolean,
): CodeMatch<T> {
  const exact = operators.find((operator) => operator.code === typed)
  const longer = operators.some((operator) => operator.code !== typed && operator.code.startsWith(typed))
  if (exact !== undefined && (done || !longer)) return { kind: 'one', operator: exact }
  return longer && !done ? { kind: 'more' } : { kind: 'none' }
}
