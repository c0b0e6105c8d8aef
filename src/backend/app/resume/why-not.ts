import type { Refusal } from '../../../domain/shared/result.ts';
import type { Permission } from '../../../domain/staff/permissions.ts';
import type { ActingOfficer } from '../context.ts';

type Why = { code: string; details?: Record<string, string | number | boolean | null> } | null;

/** Why the officer on duty may not take a step: his role, or else what the case itself says. Null when he may. */
export function whyNot(
  officer: ActingOfficer,
  permission: Permission,
  byTheCase: () => Refusal | null,
): Why {
  if (!officer.permissions.includes(permission)) return { code: 'NOT_PERMITTED' };
  const refusal = byTheCase();
  if (refusal === null) return null;
  const { code, details } = refusal;
  return details === undefined ? { code } : { code, details: { ...details } };
}

export const coded = (code: string | null): Refusal | null => (code === null ? null : { code });
