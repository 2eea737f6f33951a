/** The class of a tier's card. A tier that the shop invented wears one of the quiet ones, always the same. */
const KNOWN: Readonly<Record<string, string>> = {
  std: 'standard',
  standard: 'standard',
  silver: 'silver',
  gold: 'gold',
  diamond: 'diamond',
}
const OTHERS = ['plum', 'sea', 'silver', 'gold', 'diamond'] as const

export function tierColour(tierId: string | null): string {
  if (tierId === null) return 'standard'
  const known = KNOWN[tierId]
  if (known !== undefined) return known
  let sum = 0
  for (const character of tierId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return OTHERS[sum % OTHERS.length] ?? 'plum'
}
