/** What reading the file costs without keeping anything. */
import path from 'node:path';
import { readBankFile } from '../../../src/backend/bank-files/read-bank-file.ts';

const [folder = ''] = process.argv.slice(2);
const before = process.cpuUsage();
let records = 0;
for await (const batch of readBankFile(path.join(folder, 'answer.xml'))) records += batch.length;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ parse: (user + system) / 1e6, records }));
