import { lazy, type ComponentType } from 'react';
import type { Permission } from '../../domain/staff/permissions.ts';
import type { ScreenName, ScreenProps } from '../lib/route.ts';
import type { IconName } from '../ui/Icon.tsx';

export interface Screen {
  readonly name: ScreenName;
  readonly label: `shell.${ScreenName}`;
  readonly icon: IconName;
  /** Pressed after G. */
  readonly goKey: string;
  /** Who sees it; everyone signed in when it is not said. */
  readonly permission?: Permission;
  readonly component: ComponentType<ScreenProps>;
}

/** The screens in the order of the rail. A new screen is one entry here. */
export const screens: readonly Screen[] = [
  {
    name: 'today',
    label: 'shell.today',
    icon: 'today',
    goKey: 'T',
    component: lazy(async () => ({
      default: (await import('../features/today/TodayScreen.tsx')).TodayScreen,
    })),
  },
  {
    name: 'complaints',
    label: 'shell.complaints',
    icon: 'complaint',
    goKey: 'C',
    permission: 'cases.read',
    component: lazy(async () => ({
      default: (await import('../features/complaints/ComplaintsScreen.tsx')).ComplaintsScreen,
    })),
  },
  {
    name: 'objections',
    label: 'shell.objections',
    icon: 'objection',
    goKey: 'O',
    permission: 'cases.read',
    component: lazy(async () => ({
      default: (await import('../features/objections/ObjectionsScreen.tsx')).ObjectionsScreen,
    })),
  },
  {
    name: 'applications',
    label: 'shell.applications',
    icon: 'application',
    goKey: 'I',
    permission: 'cases.read',
    component: lazy(async () => ({
      default: (await import('../features/applications/ApplicationsScreen.tsx')).ApplicationsScreen,
    })),
  },
  {
    name: 'entitlement',
    label: 'shell.entitlement',
    icon: 'calc',
    goKey: 'E',
    permission: 'entitlement.read',
    component: lazy(async () => ({
      default: (await import('./EntitlementDesk.tsx')).EntitlementDesk,
    })),
  },
  {
    name: 'payments',
    label: 'shell.payments',
    icon: 'payments',
    goKey: 'P',
    permission: 'payments.read',
    component: lazy(async () => ({
      default: (await import('../features/payments/PaymentsScreen.tsx')).PaymentsScreen,
    })),
  },
  {
    name: 'reconciliation',
    label: 'shell.reconciliation',
    icon: 'reconcile',
    goKey: 'R',
    permission: 'reconciliation.read',
    component: lazy(async () => ({
      default: (await import('../features/reconciliation/resume/ReconciliationDesks.tsx'))
        .ReconciliationDesks,
    })),
  },
  {
    name: 'beneficiaries',
    label: 'shell.beneficiaries',
    icon: 'people',
    goKey: 'B',
    permission: 'registry.read',
    component: lazy(async () => ({
      default: (await import('./RegistryDesk.tsx')).RegistryDesk,
    })),
  },
  {
    name: 'letters',
    label: 'shell.letters',
    icon: 'letter',
    goKey: 'L',
    permission: 'letters.read',
    component: lazy(async () => ({
      default: (await import('./LettersDesk.tsx')).LettersDesk,
    })),
  },
  {
    name: 'administration',
    label: 'shell.administration',
    icon: 'admin',
    goKey: 'A',
    permission: 'settings.read',
    component: lazy(async () => ({
      default: (await import('./Administration.tsx')).Administration,
    })),
  },
];
