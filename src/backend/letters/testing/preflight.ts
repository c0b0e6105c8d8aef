import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Apache PDFBox Preflight as Debian installs it. */
const JARS = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'commons-io',
  'javax.activation',
  'jaxb-api',
].map((name) => `/usr/share/java/${name}.jar`);

function hasJava(): boolean {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export const hasPreflight = JARS.every((jar) => existsSync(jar)) && hasJava();

/** What PDF/A-1b forbids in each file, by its name; nothing for those that are valid. One start of Java for all. */
export function preflight(files: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'insaf-preflight-'));
  try {
    const names = Object.keys(files);
    const list = path.join(folder, 'files.txt');
    const paths = names.map((name, index) => {
      const file = path.join(folder, `${index}.pdf`);
      writeFileSync(file, files[name] ?? '');
      return file;
    });
    writeFileSync(list, `${paths.join('\n')}\n`);
    const main = 'org.apache.pdfbox.preflight.Validator_A1b';
    execFileSync('java', ['-cp', JARS.join(':'), main, 'xml', 'group', list], { stdio: 'pipe' });
    const report = readFileSync(`${list}.preflight.xml`, 'utf8');
    const faults: Record<string, string> = {};
    names.forEach((name, index) => {
      const found = report.split(`<preflight name="${index}.pdf">`)[1]?.split('</preflight>')[0];
      if (found?.includes('<isValid type="PDF/A1-b">true</isValid>') !== true) {
        faults[name] = found ?? 'not looked at';
      }
    });
    return faults;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
