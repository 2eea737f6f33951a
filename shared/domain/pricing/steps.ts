/** Steps in ascending order of `at`, and the one that an amount or a number of pieces reaches. */

/** A sorted copy; steps come in any order. */
export function sortedSteps<Step extends { readonly at: number }>(steps: readonly Step[]): readonly Step[] {
  return [...steps].sort((a, b) => a.at - b.at)
}

/** The step with the largest `at` ≤ reached, even if it gives less than a lower one; null where none is reached. */
export function reachedStep<Step extends { readonly at: number }>(
  ascending: readonly Step[],
  reached: number,
): Step | null {
  let found: Step | null = null
  for (const step of ascending) {
    if (step.at > reached) break
    found = step
  }
  return found
}

/** The first step above `reached`, or null at the top. */
export function nextStep<Step extends { readonly at: number }>(
  ascending: readonly Step[],
  reached: number,
): Step | null {
  return ascending.find((step) => step.at > reached) ?? null
}
