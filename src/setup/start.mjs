import { ensureBuilt } from './build.mjs';
import { hasDisplay, runtimeSwitches } from './launch.mjs';
import { inProject, projectNode } from './project.mjs';
import { main, SetupProblem, step } from './report.mjs';
import { runCommand } from './run-command.mjs';
import { locateRuntime } from './runtime-path.mjs';
import { setUp } from './setup-steps.mjs';

await main(async () => {
  const words = process.argv.slice(2);
  const development = words.includes('--dev');
  const rest = words.filter((word) => word !== '--dev');

  await setUp({ debian: ['window'] });
  const runtime = locateRuntime();
  if (!runtime) throw new Error('the set-up left no Electron');
  if (!development) await step('Build', ensureBuilt);

  if (!hasDisplay()) {
    throw new SetupProblem(
      'There is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so no window can open.\n' +
        '  npm run demo does the main job without one and leaves its results in out/demo.',
    );
  }

  const switches = runtimeSwitches(runtime);
  if (!development) {
    const { status } = await runCommand(runtime.executable, [inProject(), ...switches, ...rest], {
      cwd: inProject(),
      show: true,
    });
    return status;
  }
  const { status } = await runCommand(
    projectNode,
    [
      inProject('node_modules/electron-vite/bin/electron-vite.js'),
      'dev',
      '--watch',
      '--',
      ...switches,
      ...rest,
    ],
    {
      cwd: inProject(),
      env: { ...process.env, ELECTRON_EXEC_PATH: runtime.executable },
      show: true,
    },
  );
  return status;
});
