import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { valueOf } from '../fixtures/branch-folder.ts';
import { expect, test } from '../fixtures/test.ts';
import { RecordsScreen } from '../screens/records-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

interface Head {
  readonly id: string;
  readonly national_id: string;
  readonly full_name: string;
}

test('a list of incomes is compared, one difference is accepted into the household and one asked about by letter', async ({
  branch,
  open,
  scratch,
}) => {
  const [accepted, asked] = branch.rows<Head>(
    `select b.id, b.national_id, b.full_name from beneficiary b
     where exists (select 1 from household_fact f where f.beneficiary_no = b.no and f.kind = 'household')
       and b.deceased_on is null
       and not exists (select 1 from household_fact f where f.beneficiary_no = b.no and f.kind = 'income')
       and not exists (select 1 from life_case l where l.beneficiary_id = b.id)
     order by b.no limit 2`,
  );
  if (!accepted || !asked) throw new Error('The sample holds no two households without income');
  const from = `${branch.today.slice(0, 4)}-01-01`;
  const file = path.join(scratch, 'incomes.csv');
  writeFileSync(
    file,
    [
      'رقم الهوية,الاسم,نوع الدخل,المبلغ,الدورية,جهة العمل,من تاريخ',
      `${accepted.national_id},${accepted.full_name},راتب,"3,150.00",شهري,مؤسسة البناء,${from}`,
      `${asked.national_id},${asked.full_name},راتب,"4,200.00",شهري,شركة النقل,${from}`,
      `123,ناقص,راتب,"4,200.00",شهري,,`,
    ].join('\r\n'),
  );

  const desk = await open(branch.folder);
  const start = new StartScreen(desk.page);
  const shell = new Shell(desk.page);
  const records = new RecordsScreen(desk.page);
  await start.signIn('sara');
  await shell.go('beneficiaries');
  await records.goTo();
  await records.openImport(file, 'التأمينات الاجتماعية');
  await records.compare();
  await expect(records.dialog).toContainText('رقم هوية غير صحيح');
  await desk.keep('records-preview');
  await records.commit();
  await expect(shell.toasts).toContainText('وفيها اختلافان');

  await records.choose(accepted.full_name);
  await records.press('accept');
  await records.dialog.getByRole('button', { name: 'قبول', exact: true }).click();
  await expect(shell.toasts).toContainText('سُجل تغيير واحد');
  await records.choose(asked.full_name);
  await records.press('ask');
  await records.dialog.getByRole('button', { name: 'إصدار الخطابات' }).click();
  await expect(shell.toasts).toContainText('صدر خطاب واحد');
  await records.showUpdates();
  await expect(records.updates).toContainText(asked.full_name);
  await expect(records.updates).toContainText('في المهلة');
  await desk.keep('records-updates');
  await desk.close();

  await branch.as('sara', async (api) => {
    const { facts } = valueOf(await api.households.show({ beneficiaryId: accepted.id }));
    const incomes = facts.filter((fact) => fact.kind === 'income');
    expect(incomes).toMatchObject([
      {
        validFrom: from,
        data: { type: 'wage', amount: 315_000 },
        recorded: { source: 'governmentRecord' },
      },
    ]);
  });
});
