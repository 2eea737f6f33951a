/** Class names that are there, joined: `classes(css['key'], selected && css['selected'])`. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ')
}
