export const ROLES = ['officer', 'supervisor', 'finance', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'registry.read',
  'registry.write',
  'registry.merge',
  'entitlement.read',
  'entitlement.run',
  'entitlement.approve',
  'payments.read',
  'payments.import',
  'payments.propose',
  'payments.approve',
  'payments.hold',
  'payments.send',
  'cycles.close',
  'cycles.approveClosing',
  'reconciliation.read',
  'reconciliation.commit',
  'cases.read',
  'cases.work',
  'cases.approve',
  'cases.allowLate',
  'letters.read',
  'letters.print',
  'letters.send',
  'letters.draft',
  'letters.void',
  'letters.manageTemplates',
  'audit.read',
  'staff.manage',
  'settings.read',
  'settings.manage',
  'settings.approve',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READ: readonly Permission[] = [
  'registry.read',
  'entitlement.read',
  'payments.read',
  'reconciliation.read',
  'cases.read',
  'letters.read',
];

/**
 * What each role may do. Nobody may both administer accounts and decide cases, and auditors only read
 * (segregation of duties, ECC-2 2-2-3).
 */
const GRANTS = {
  officer: [
    ...READ,
    'registry.write',
    'entitlement.run',
    'payments.propose',
    'cases.work',
    'cases.approve',
    'letters.print',
    'letters.send',
    'letters.draft',
  ],
  supervisor: [
    ...READ,
    'registry.write',
    'registry.merge',
    'entitlement.run',
    'entitlement.approve',
    'payments.propose',
    'payments.hold',
    'cycles.approveClosing',
    'cases.work',
    'cases.approve',
    'cases.allowLate',
    'letters.print',
    'letters.send',
    'letters.draft',
    'letters.void',
    'reconciliation.commit',
    'settings.read',
    'settings.approve',
  ],
  finance: [
    ...READ,
    'entitlement.run',
    'entitlement.approve',
    'payments.import',
    'payments.propose',
    'payments.approve',
    'payments.hold',
    'payments.send',
    'cycles.close',
    'reconciliation.commit',
    'settings.read',
    'settings.approve',
  ],
  auditor: [...READ, 'audit.read', 'settings.read'],
  administrator: [
    'audit.read',
    'staff.manage',
    'settings.read',
    'settings.manage',
    'letters.manageTemplates',
  ],
} as const satisfies Record<Role, readonly Permission[]>;

export function permissionsOf(role: Role): readonly Permission[] {
  return GRANTS[role];
}

export function mayDo(role: Role, permission: Permission): boolean {
  return permissionsOf(role).includes(permission);
}
