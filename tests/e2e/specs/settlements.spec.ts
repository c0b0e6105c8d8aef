import { addMonths, dayOfMonth, monthOf } from '../../../src/domain/shared/iso-date.ts';
import { valueOf } from '../fixtures/branch-folder.ts';
import { expect, test } from '../fixtures/test.ts';
import { SettlementsScreen } from '../screens/settlements-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

const SARA = 'سارة بنت فهد المطيري';
const MONTHS = 3;

test('a corrected household’s three past months are found, proposed, approved by another officer and stand in the next cycle', async ({
  branch,
  open,
}) => {
  const last = monthOf(branch.today);
  const first = addMonths(last, 1 - MONTHS);
  const person = await branch.as('sara', async (api) => {
    const cycles = valueOf(await api.payments.cycles({}));
    const cycle = cycles.find(({ month }) => month === addMonths(last, -1));
    if (!cycle) throw new Error('The sample holds no cycle of last month');
    const { rows } = valueOf(await api.payments.list({ cycleId: cycle.id, limit: 300 }));
    for (const row of rows) {
      if (row.kind !== 'regular' || row.status !== 'credited') continue;
      const { beneficiaryId } = row;
      const before = valueOf(await api.settlements.person({ beneficiaryId }));
      const isClean =
        before.months.filter(({ month }) => month >= first).length === MONTHS &&
        before.months.every(({ due, difference }) => (due ?? 0) > 0 && difference === 0);
      const shown = valueOf(await api.households.show({ beneficiaryId }));
      const isFamily = shown.facts.some(
        (fact) => fact.kind === 'household' && fact.data.kind === 'family',
      );
      if (!isClean || !isFamily) continue;
      valueOf(
        await api.households.change({
          beneficiaryId,
          expectedChange: shown.lastChange,
          reason: 'شهادة ميلاد من الأحوال المدنية',
          steps: [
            {
              action: 'begin',
              subject: { newDependant: 'child' },
              from: dayOfMonth(first, 1),
              to: null,
              fact: {
                kind: 'person',
                data: {
                  name: 'ريم',
                  nationalId: null,
                  sex: 'female',
                  birthDate: dayOfMonth(addMonths(first, -60), 1),
                  birthTyped: null,
                  nationality: 'saudi',
                  relation: 'child',
                  dependantKind: 'ward',
                  student: false,
                  disabled: false,
                  deceasedOn: null,
                },
              },
            },
          ],
        }),
      );
      return row;
    }
    throw new Error('The sample holds no family whose last months are paid as due');
  });

  const desk = await open(branch.folder);
  const start = new StartScreen(desk.page);
  const shell = new Shell(desk.page);
  const settlements = new SettlementsScreen(desk.page);
  await start.signIn('sara');
  await shell.go('entitlement');
  await settlements.goTo();
  await settlements.check();
  await settlements.open(person.name);
  await expect(settlements.months.getByRole('checkbox')).toHaveCount(MONTHS);
  await expect(settlements.months).toContainText('1,980.00');
  await desk.keep('settlement-months');
  await settlements.propose('تابعة أُضيفت بشهادة ميلاد');
  await expect(shell.toasts).toContainText('اقتُرحت التسوية');
  await settlements.view('awaitingApproval');
  await settlements.open(person.name);
  await expect(settlements.panel).toContainText('غير من اقترحها');
  await expect(settlements.approve).toBeHidden();

  await shell.signOut(SARA);
  await start.signIn('fahad');
  await shell.go('entitlement');
  await settlements.goTo();
  await settlements.view('awaitingApproval');
  await settlements.open(person.name);
  await settlements.approve.click();
  await expect(settlements.confirmation).toContainText('1,980.00');
  await desk.keep('settlement-approve');
  await settlements.confirmation.getByRole('button', { name: 'اعتماد' }).click();
  await expect(shell.toasts).toContainText('اعتُمدت التسوية');
  await desk.close();

  await branch.as('fahad', async (api) => {
    const cycles = valueOf(await api.payments.cycles({}));
    const next = cycles.find(({ month }) => month === addMonths(last, 1));
    const { rows } = valueOf(await api.payments.list({ cycleId: next?.id ?? '', limit: 300 }));
    const paid = rows.filter(({ beneficiaryId }) => beneficiaryId === person.beneficiaryId);
    expect(paid.map(({ month, kind, amount }) => `${month} ${kind} ${amount}`).sort()).toEqual(
      [first, addMonths(first, 1), last].map((month) => `${month} difference 66000`),
    );
    const { beneficiaryId } = person;
    const { sums } = valueOf(await api.settlements.person({ beneficiaryId }));
    expect(sums).toMatchObject({ owed: 0, overpaid: 0 });
  });
});
