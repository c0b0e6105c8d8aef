/** What as many rows cost the database when nothing is asked about them: one prepared insert each. */
import path from 'node:path';
import { connect } from '../../../src/backend/db/dialect/sqlite.ts';
import { amountOf } from './payments.ts';

const [folder = '', count = '0'] = process.argv.slice(2);
const size = Number(count);
const db = connect(path.join(folder, 'floor.db'));
db.exec(
  `create table line (id integer primary key, raw_start integer, raw_end integer, amount_halalas integer,
     reported text, iso_status text, payment_no integer, status_after text) strict`,
);
const insert = db.prepare('insert into line values (?, ?, ?, ?, ?, ?, ?, ?)');
const before = process.cpuUsage();
db.transaction(() => {
  for (let index = 0; index < size; index += 1) {
    insert.run(
      index,
      index * 460,
      index * 460 + 459,
      amountOf(index),
      'settled',
      'ACSC',
      index,
      'settled',
    );
  }
})();
const { user, system } = process.cpuUsage(before);
db.close();
console.log(JSON.stringify({ insert: (user + system) / 1e6 }));
