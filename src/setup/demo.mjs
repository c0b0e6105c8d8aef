import { ensureBuilt } from './build.mjs';
import { hasDisplay } from './launch.mjs';
import { inProject, projectNode } from './project.mjs';
import { main, step } from './report.mjs';
import { runCommand } from './run-command.mjs';
import { runtimePath } from './runtime-path.mjs';
import { setUp } from './setup-steps.mjs';
import { onVirtualDisplay } from './xvfb.mjs';

const out = 'out/demo';

/** The main job without a display: letters, screenshots and summary.json in out/demo. */
await main(async () => {
  await setUp({ debian: ['window', 'headless'] });
  await step('Build', ensureBuilt);
  const job = ['src/cli/insaf.ts', 'demo', '--out', out, ...process.argv.slice(2)];
  const done = await run(projectNode, words(job));
  if (done !== 0) return done;
  const pictures = words(['tests/e2e/demo-screenshots.ts', out]);
  const [program, args] = hasDisplay()
    ? [projectNode, pictures]
    : onVirtualDisplay([projectNode, ...pictures]);
  return run(program, args);
});

/** @param {readonly string[]} command a program of the project, and its words */
function words([program = '', ...rest]) {
  return ['--disable-warning=ExperimentalWarning', inProject(program), ...rest];
}

/** @param {string} program @param {readonly string[]} args */
async function run(program, args) {
  const { status } = await runCommand(program, args, {
    cwd: inProject(),
    env: { ...process.env, INSAF_ELECTRON: runtimePath() },
    show: true,
  });
  return status;
}
