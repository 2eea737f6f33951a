/** For whom and where a rule holds: lists that nobody is in, and words that contradict each other. */
import type { Eligibility } from '../pricing/types.ts'
import { error, warning, type RuleProblem } from './rule.ts'
import type { RuleShelf } from './shelf.ts'

export function checkWho(body: Eligibility, shelf: Pick<RuleShelf, 'tags' | 'store'>): RuleProblem[] {
  const { tiers, tags, birthday, membersOnly, stores } = body
  const problems: RuleProblem[] = []
  if (tiers?.length === 0) problems.push(error('tiers', 'no-tier'))
  if (tags?.length === 0) problems.push(error('tags', 'no-tag'))
  tags?.forEach((tag, place) => {
    if (!shelf.tags.has(tag)) problems.push(warning(`tags[${place}]`, 'tag-unknown', { tag }))
  })
  const onlyMembers = tiers !== undefined || tags !== undefined || birthday === true
  if (membersOnly === false && onlyMembers) problems.push(warning('membersOnly', 'members-anyway'))
  if (stores?.length === 0) problems.push(error('stores', 'no-store'))
  else if (stores !== undefined && !stores.includes(shelf.store)) {
    problems.push(error('stores', 'not-this-store', { store: shelf.store }))
  }
  return problems
}
