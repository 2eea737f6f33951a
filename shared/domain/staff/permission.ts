/** Who may do what. Each command names one permission; whoever lacks it needs a second person who has it. */
export type Role = 'cashier' | 'supervisor' | 'manager'

export type Permission =
  | 'sell'
  | 'price.manual'
  | 'price.choose'
  | 'price.order'
  | 'price.below-cost'
  | 'product.add-now'
  | 'product.edit'
  | 'rules.edit'
  | 'value.above-limit'
  | 'value.pay-out'
  | 'value.plans'
  | 'member.import'
  | 'member.register'
  | 'member.edit'
  | 'card.authorise'
  | 'operator.manage'
  | 'settings.edit'
  | 'receipt.reprint'
  | 'shift.open'
  | 'shift.close'

const CASHIER: readonly Permission[] = [
  'sell',
  'receipt.reprint',
  'shift.open',
  'shift.close',
  'member.register',
  'member.edit',
]
const SUPERVISOR: readonly Permission[] = [
  ...CASHIER,
  'card.authorise',
  'price.manual',
  'price.choose',
  'price.order',
  'product.add-now',
  'value.above-limit',
  'value.pay-out',
]
const MANAGER: readonly Permission[] = [
  ...SUPERVISOR,
  'price.below-cost',
  'product.edit',
  'rules.edit',
  'value.plans',
  'member.import',
  'operator.manage',
  'settings.edit',
]

const permissions: Record<Role, readonly Permission[]> = { cashier: CASHIER, supervisor: SUPERVISOR, manager: MANAGER }

export function permissionsOf(role: Role): readonly Permission[] {
  return permissions[role]
}

export function may(role: Role, permission: Permission): boolean {
  return permissions[role].includes(permission)
}

/** The lowest role that has the permission: whom to ask. */
export function roleFor(permission: Permission): Role {
  if (CASHIER.includes(permission)) return 'cashier'
  return SUPERVISOR.includes(permission) ? 'supervisor' : 'manager'
}
