/** Where on the form a problem of the core belongs, and its sentence. */
import type { RuleProblem } from '../../../../shared/contract/rules.ts'
import { ruleProblemText } from '../../../../shared/text/rules.ts'
import type { Locale } from '../../../i18n.ts'

/** Fields of the body that stand under another one on the form. */
const SHOWN_AT: readonly (readonly [RegExp, string])[] = [
  [/^scope\.(skus|categories|except)\b.*$/, 'scope.$1'],
  [/^(weekdays|tiers|tags|stores)\[.*$/, '$1'],
  [/^(hours\[\d+\]).*$/, '$1'],
]

export function fieldOf(field: string): string {
  for (const [pattern, shown] of SHOWN_AT) {
    if (pattern.test(field)) return field.replace(pattern, shown)
  }
  return field
}

export const problemText = (problem: RuleProblem, locale: Locale): string => ruleProblemText(problem, locale)
