/** The demo shop's plans of stored value: one for every day with three steps, one of a season with coupons. */
import type { StoredValueRules } from '../../shared/domain/value/stored-value-rules.ts'
import { FIRST_STORED_VALUE_RULES } from '../../shared/domain/value/stored-value-rules.ts'

export const demoStoredValueRules: StoredValueRules = {
  ...FIRST_STORED_VALUE_RULES,
  version: 1,
  plans: [
    {
      planId: '01936f00-0000-7000-8000-00000000c001',
      nameZh: '日常储值',
      nameEn: 'Everyday plan',
      paused: false,
      bonusDays: 365,
      steps: [
        { fromFen: 20_000, bonusFen: 2000, points: 0, coupons: [] },
        { fromFen: 50_000, bonusFen: 10_000, points: 0, coupons: [] },
        { fromFen: 100_000, bonusFen: 25_000, points: 500, coupons: [] },
        { fromFen: 200_000, bonusFen: 60_000, points: 2000, coupons: [] },
      ],
    },
    {
      planId: '01936f00-0000-7000-8000-00000000c002',
      nameZh: '暖冬储值节',
      nameEn: 'Winter plan',
      paused: false,
      bonusDays: 90,
      steps: [
        { fromFen: 30_000, bonusFen: 3000, points: 300, coupons: [{ templateId: 'CT-50-5', count: 2 }] },
        { fromFen: 80_000, bonusFen: 12_000, points: 800, coupons: [{ templateId: 'CT-120-20', count: 3 }] },
      ],
    },
  ],
}
