import { expect, test } from 'vitest'
import { Permission, Role } from '../../../shared/contract/app.ts'
import { may, permissionsOf, roleFor } from '../../../shared/domain/staff/permission.ts'

const MATRIX = {
  sell: 'csm',
  'receipt.reprint': 'csm',
  'shift.open': 'csm',
  'shift.close': 'csm',
  'price.manual': ' sm',
  'price.choose': ' sm',
  'price.order': ' sm',
  'value.above-limit': ' sm',
  'value.pay-out': ' sm',
  'value.plans': '  m',
  'product.add-now': ' sm',
  'price.below-cost': '  m',
  'product.edit': '  m',
  'rules.edit': '  m',
  'member.register': 'csm',
  'member.edit': 'csm',
  'card.authorise': ' sm',
  'member.import': '  m',
  'operator.manage': '  m',
  'settings.edit': '  m',
} as const satisfies Record<Permission, string>

test.each(Permission.options)('%s', (permission) => {
  const roles = Role.options.map((role) => (may(role, permission) ? role[0] : ' ')).join('')
  expect(roles).toBe(MATRIX[permission])
  expect(may(roleFor(permission), permission)).toBe(true)
  expect(permissionsOf('manager')).toContain(permission)
})
