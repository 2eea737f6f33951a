/** Which rules the list shows, and in which order: what runs first, then what comes, rests and is over. */
import type { RuleStatus, RuleView } from '../../../../shared/contract/rules.ts'

export interface RuleFilter {
  readonly words: string
  readonly status: RuleStatus | 'all'
  readonly kind: RuleView['kind'] | 'all'
}

export const noFilter: RuleFilter = { words: '', status: 'all', kind: 'all' }

export const statuses: readonly RuleStatus[] = ['running', 'scheduled', 'paused', 'ended']

/** Words are looked for in names and in the sentence that reads the rule back; all of them must be there. */
export function filterRules(rules: readonly RuleView[], filter: RuleFilter): RuleView[] {
  return withWords(rules, filter)
    .filter(({ status }) => filter.status === 'all' || status === filter.status)
    .sort(
      (one, other) =>
        statuses.indexOf(one.status) - statuses.indexOf(other.status) ||
        Number(one.kind === 'coupon-template') - Number(other.kind === 'coupon-template') ||
        byTime(one, other),
    )
}

/** How many there are of each state, whatever state is chosen. */
export function countByStatus(
  rules: readonly RuleView[],
  filter: RuleFilter,
): Readonly<Record<RuleStatus | 'all', number>> {
  const found = withWords(rules, filter)
  const count = (status: RuleStatus): number => found.filter((rule) => rule.status === status).length
  return {
    all: found.length,
    running: count('running'),
    scheduled: count('scheduled'),
    paused: count('paused'),
    ended: count('ended'),
  }
}

function withWords(rules: readonly RuleView[], { words, kind }: RuleFilter): RuleView[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return rules.filter((rule) => {
    if (kind !== 'all' && rule.kind !== kind) return false
    const text = `${rule.nameZh} ${rule.nameEn} ${rule.sentence.zh} ${rule.sentence.en} ${rule.ruleId}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** The one that begins first stands first; of those that are over, the one that ended last. */
function byTime(one: RuleView, other: RuleView): number {
  if (one.status === 'ended') return (other.to ?? other.changedAt) - (one.to ?? one.changedAt)
  return (one.from ?? 0) - (other.from ?? 0) || (one.ruleId < other.ruleId ? -1 : 1)
}
