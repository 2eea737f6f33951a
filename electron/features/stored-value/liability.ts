/** 储值负债: what the shop owes its members, by age, and the bonus by the days that it has left. */
import type { LiabilityView } from '../../../shared/contract/stored-value.ts'
import { daysOfIso, isoDayOf } from '../../../shared/domain/day/calendar.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { requirePermission } from '../../authority.ts'
import type { Core } from '../../core.ts'
import { ageLabels, lapseLabels } from '../../../shared/text/stored-value-report.ts'

/** days of age up to which a lot belongs to a bar; the last takes all that is older */
const AGES = [30, 90, 180, 365, Number.POSITIVE_INFINITY] as const
/** days left up to which a bonus belongs to a bar; the last never lapses */
const LAPSES = [30, 90, 365, Number.POSITIVE_INFINITY] as const

/** Refuses with not-signed-in and not-permitted. */
export function liabilityReport(core: Core): Result<LiabilityView> {
  const permitted = requirePermission(core, 'value.plans')
  if (!permitted.ok) return permitted
  const day = core.memory.shift?.businessDay ?? isoDayOf(core.clock.now(), core.offsetMinutes)
  const today = daysOfIso(day)
  const ageing = AGES.map((_, index) => ({ label: ageLabels[index] ?? ageLabels[0], principalFen: 0, bonusFen: 0 }))
  const lapsing = LAPSES.map((_, index) => ({ label: lapseLabels[index] ?? lapseLabels[0], bonusFen: 0 }))
  let lapsedBonusFen = 0
  for (const { asset, bornAt, expiresOn, amountFen } of core.stores.statements.owed()) {
    if (expiresOn !== null && expiresOn < day) {
      lapsedBonusFen += amountFen
      continue
    }
    const age = today - daysOfIso(isoDayOf(bornAt, core.offsetMinutes))
    const bar = ageing[AGES.findIndex((most) => age <= most)]
    if (bar !== undefined) bar[asset === 'PRINCIPAL' ? 'principalFen' : 'bonusFen'] += amountFen
    if (asset === 'PRINCIPAL') continue
    const left = expiresOn === null ? Number.POSITIVE_INFINITY : daysOfIso(expiresOn) - today
    const ending =
      lapsing[
        expiresOn === null
          ? LAPSES.length - 1
          : Math.min(
              2,
              LAPSES.findIndex((most) => left <= most),
            )
      ]
    if (ending !== undefined) ending.bonusFen += amountFen
  }
  const sum = (part: 'principalFen' | 'bonusFen'): number => ageing.reduce((total, bar) => total + bar[part], 0)
  return ok({
    day,
    principalFen: sum('principalFen'),
    bonusFen: sum('bonusFen'),
    totalFen: sum('principalFen') + sum('bonusFen'),
    lapsedBonusFen,
    accounts: core.stores.statements.accountsOwed(),
    ageing: ageing.map((bar) => ({ ...bar, totalFen: bar.principalFen + bar.bonusFen })),
    lapsing,
    mostFen: Math.max(0, ...ageing.map((bar) => bar.principalFen + bar.bonusFen)),
    months: core.stores.statements.months(),
  })
}
