import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '../../../src/contract/client.ts';
import type { Desk } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { ar } from '../fixtures/words.ts';
import { CycleScreen } from '../screens/cycle-screen.ts';
import { Shell } from '../screens/shell.ts';
import { StartScreen } from '../screens/start-screen.ts';

/** Settles what the sample leaves open in a cycle: exceptions, and payments that no bank answered. */
async function settle(api: Client, month: string): Promise<void> {
  const cycles = await api.payments.cycles({});
  const cycleId = cycles.ok ? cycles.value.find((cycle) => cycle.month === month)?.id : undefined;
  if (cycleId === undefined) throw new Error(`No cycle ${month}`);
  for (;;) {
    const open = await api.reconciliation.exceptions({ cycleId, limit: 1 });
    const [exception] = open.ok ? open.value.rows : [];
    if (!exception) break;
    const { id, version: expectedVersion } = exception;
    const settled = await api.reconciliation.resolve({
      exceptions: [{ id, expectedVersion }],
      resolution: 'acceptedAsIs',
      note: 'سويت في مراجعة الدورة',
    });
    if (!settled.ok) throw new Error(settled.error.code);
  }
  const waiting = await api.payments.list({
    cycleId,
    status: ['sent', 'bankAccepted'],
    limit: 500,
  });
  const payments = waiting.ok ? waiting.value.rows.map(({ id }) => id) : [];
  if (payments.length === 0) return;
  const explained = await api.payments.explain({ payments, text: 'أكد البنك صرفها كتابة' });
  if (!explained.ok) throw new Error(explained.error.code);
}

async function cycleOf(
  desk: Desk,
  username: 'sara' | 'fahad' | 'mona',
  month: string,
): Promise<CycleScreen> {
  await new StartScreen(desk.page).signIn(username);
  await new Shell(desk.page).go('payments');
  const screen = new CycleScreen(desk.page);
  await screen.choose(month);
  return screen;
}

test('a payment is prepared, approved, sent in a run and explained before its cycle is closed', async ({
  branch,
  open,
  scratch,
}) => {
  await branch.as('fahad', (api) => settle(api, branch.month('beforeLast')));
  const [person] = branch.rows<{ full_name: string; national_id: string }>(
    `select b.full_name, b.national_id from payment p join beneficiary b on b.id = p.beneficiary_id
     where p.month = ? and p.status = 'credited' and b.deceased_on is null
       and not exists (select 1 from payment d where d.beneficiary_id = b.id and d.kind = 'retroactive')
     order by p.no limit 1`,
    branch.month('beforeLast'),
  );
  if (!person) throw new Error('Nobody was paid');
  const target = path.join(scratch, 'run.xml');
  const desk = await open(branch.folder);
  const { page } = desk;
  const month = monthWords(branch.month('beforeLast'));

  const officer = await cycleOf(desk, 'sara', month);
  await officer.view('proposals');
  await officer.button(ar('payments.proposal.new')).first().click();
  await officer.dialog.getByRole('combobox').fill(person.national_id);
  await page.getByRole('option', { name: person.full_name }).click();
  await officer.dialog.getByRole('button', { name: ar('payments.proposal.kind') }).click();
  await page.getByRole('option', { name: ar('payments.kind.retroactive') }).click();
  await officer.dialog.getByLabel(ar('payments.proposal.amount')).fill('250.50');
  await officer.dialog.getByLabel(ar('payments.proposal.reason')).fill('أثر رجعي لتابع أضيف');
  await desk.keep('cycle-propose');
  await officer.confirm(ar('payments.proposal.propose'));
  await expect(officer.main).toContainText(ar('payments.proposal.status.proposed'));
  await expect(officer.button(ar('payments.proposal.approve'))).toHaveCount(0);
  await desk.close();

  const second = await open(branch.folder);
  await second.saveAs(target);
  const finance = await cycleOf(second, 'fahad', month);
  await finance.view('proposals');
  await finance.button(ar('payments.proposal.approve')).click();
  await finance.confirm(ar('payments.proposal.approve'));
  await finance.view('runs');
  await finance.button(ar('payments.run.make')).click();
  await finance.confirm(ar('payments.run.make'));
  await second.keep('cycle-runs');
  await finance.button(ar('payments.run.export')).click();
  await expect(finance.dialog).toContainText('250.50');
  await second.keep('cycle-export');
  await finance.confirm(ar('payments.export.confirm'));
  await expect(finance.main).toContainText('SHA-256');
  const bytes = readFileSync(target);
  expect(bytes.toString('utf8')).toContain('<CtrlSum>250.50</CtrlSum>');

  await finance.view('closing');
  await expect(finance.check(ar('payments.closing.check.answered'))).toContainText('250.50');
  await expect(finance.button(ar('payments.closing.propose'))).toBeDisabled();
  await second.keep('cycle-closing-refused');
  await finance
    .check(ar('payments.closing.check.answered'))
    .getByRole('button', { name: ar('payments.closing.show') })
    .click();
  const sent = finance.main.getByRole('row').filter({ hasText: '250.50' });
  await sent.getByRole('checkbox').click();
  await finance.button(ar('payments.act.explain')).click();
  await finance.dialog.getByLabel(ar('payments.act.reason')).fill('يصل رد البنك مع الدورة التالية');
  await finance.confirm(ar('payments.act.explain'));
  await finance.view('closing');
  await finance.button(ar('payments.closing.propose')).click();
  await finance.confirm(ar('payments.closing.propose'));
  await second.close();

  const third = await open(branch.folder);
  const supervisor = await cycleOf(third, 'mona', month);
  await supervisor.view('closing');
  await supervisor.button(ar('payments.closing.approve')).click();
  await supervisor.confirm(ar('payments.closing.approve'));
  await expect(supervisor.main).toContainText(ar('payments.closing.closed'));
  await third.keep('cycle-closed');
  await third.close();

  const [run] = branch.rows<{ export_sha256: string; rows: number }>(
    `select export_sha256, rows from payment_import i join cycle c on c.id = i.cycle_id
     where c.month = ? and export_sha256 is not null order by list_no desc`,
    branch.month('beforeLast'),
  );
  expect(run).toEqual({ export_sha256: createHash('sha256').update(bytes).digest('hex'), rows: 1 });
  expect(
    branch.rows('select status from cycle where month = ?', branch.month('beforeLast')),
  ).toEqual([{ status: 'closed' }]);
});

/** `سبتمبر 2026`, as the list of cycles has it. */
function monthWords(month: string): string {
  const names = [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل',
    'مايو',
    'يونيو',
    'يوليو',
    'أغسطس',
    'سبتمبر',
    'أكتوبر',
    'نوفمبر',
    'ديسمبر',
  ];
  return `${names[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
}
