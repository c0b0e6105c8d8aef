import type { Client } from '../../../src/contract/client.ts';
import { valueOf } from '../fixtures/branch-folder.ts';
import { expect, test } from '../fixtures/test.ts';
import { DuplicatesScreen } from '../screens/duplicates-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

const SARA = 'سارة بنت فهد المطيري';
/** Two whose households are known and to whom nothing is on its way. */
const QUIET = `
  select b.id from beneficiary b
  where b.deceased_on is null
    and exists (select 1 from household_fact f where f.beneficiary_no = b.no and f.kind = 'person' and f.subject = 0)
    and not exists (select 1 from payment p where p.beneficiary_id = b.id and p.live = 1
      and p.status in ('prepared', 'held', 'sent', 'bankAccepted'))
  order by b.no limit 2`;

/** The head as the household's page shows him. */
async function headOf(api: Client, beneficiaryId: string) {
  const { facts, lastChange } = valueOf(await api.households.show({ beneficiaryId }));
  for (const fact of facts) {
    if (fact.kind === 'person' && fact.subject === 0) return { fact, lastChange };
  }
  throw new Error('A household without its head');
}

test('two files of one person are found, merged by two officers, and shown under the one that stays', async ({
  branch,
  open,
}) => {
  const [one, other] = branch.rows<{ id: string }>(QUIET);
  if (!one || !other)
    throw new Error('The sample holds no two people to whom nothing is on its way');
  const name = await branch.as('sara', async (api) => {
    const kept = await headOf(api, one.id);
    const { fact, lastChange } = await headOf(api, other.id);
    const { maskedNationalId: _masked, ...data } = fact.data;
    const { birthDate, sex } = kept.fact.data;
    valueOf(
      await api.households.change({
        beneficiaryId: other.id,
        expectedChange: lastChange,
        reason: 'كما في شهادة الميلاد',
        steps: [
          {
            action: 'revise',
            record: fact.record,
            from: fact.validFrom,
            to: fact.validTo,
            fact: {
              kind: 'person',
              data: {
                ...data,
                name: kept.fact.data.name,
                birthDate,
                sex,
                birthTyped: null,
              },
            },
          },
        ],
      }),
    );
    return kept.fact.data.name;
  });

  const desk = await open(branch.folder);
  const start = new StartScreen(desk.page);
  const shell = new Shell(desk.page);
  const duplicates = new DuplicatesScreen(desk.page);
  await start.signIn('sara');
  await shell.go('beneficiaries');
  await duplicates.goTo();
  await duplicates.search.click();
  await duplicates.open(name);
  await expect(duplicates.field('الاسم')).toContainText('متطابق');
  await expect(duplicates.field('رقم الهوية')).toContainText('مختلف');
  await desk.keep('duplicate-pair');
  await duplicates.propose('شخص واحد بهويتين');
  await expect(shell.toasts).toContainText('اقتُرح الدمج');
  await duplicates.view('للاعتماد');
  await duplicates.open(name);
  await expect(duplicates.panel).toContainText('اقترحته أنت، ويعتمده غيرك.');
  await expect(duplicates.approve).toBeHidden();

  await shell.signOut(SARA);
  await start.signIn('mona');
  await shell.go('beneficiaries');
  await duplicates.goTo();
  await duplicates.view('للاعتماد');
  await duplicates.open(name);
  await duplicates.approve.click();
  await expect(shell.toasts).toContainText('سُجل القرار');
  await expect(duplicates.panel).toContainText('دُمج الملفان');
  await desk.close();

  const merged = branch.rows<{ merged_into: string }>(
    'select merged_into from beneficiary where merged_into is not null',
  );
  expect(merged).toHaveLength(1);
});
