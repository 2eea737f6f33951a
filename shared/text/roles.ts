/** How the roles are called in sentences. */
import type { RefusalText } from './refusals.ts'

export const roleNames = {
  cashier: { zh: '收银员', en: 'cashier' },
  supervisor: { zh: '主管', en: 'supervisor' },
  manager: { zh: '店长', en: 'manager' },
} as const satisfies Record<string, RefusalText>
