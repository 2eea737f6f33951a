/** What a row is told where somebody else has its phone or its card: the same words before and while it is taken over. */
import type { CellProblem } from '../../../shared/domain/member-import/read-member.ts'

export function phoneTaken(): CellProblem {
  return { column: 'phone', code: 'member-row-phone-taken', params: {} }
}

export function cardTaken(): CellProblem {
  return { column: 'card', code: 'member-row-card-taken', params: {} }
}
