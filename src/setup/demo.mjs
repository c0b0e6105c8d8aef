import { ensureBuilt } from './build.mjs';
import { inProject, projectNode } from './project.mjs';
import { main, step } from './report.mjs';
import { runCommand } from './run-command.mjs';
import { runtimePath } from './runtime-path.mjs';
import { setUp } from './setup-steps.mjs';
import { onVirtualDisplay } from './xvfb.mjs';

/** The main job without a window: letters, screenshots and summary.json in out/demo. */
await main(async () => {
  await setUp({ debian: ['window', 'headless'] });
  await step('Build', ensureBuilt);
  const command = [
    projectNode,
    inProject('src/cli/insaf.ts'),
    'demo',
    '--out',
    'out/demo',
    ...process.argv.slice(2),
  ];
  const [program, args] =
    process.platform === 'linux' ? onVirtualDisplay(command) : [projectNode, command.slice(1)];
  const { status } = await runCommand(program, args, {
    cwd: inProject(),
    env: { ...process.env, INSAF_ELECTRON: runtimePath() },
    show: true,
  });
  return status;
});
