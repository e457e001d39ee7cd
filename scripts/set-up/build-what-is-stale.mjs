import fs from 'fs';
import path from 'path';
import { sourcesHash } from './sources-hash.mjs';
import { SetUpFailed, runQuietly, stage, tail } from './stage.mjs';

/** Builds unless dist/ was made from exactly these sources. */
export async function buildWhatIsStale(root) {
  const file = path.join(root, 'dist', '.stamp');
  const wanted = sourcesHash(root);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === wanted) return;
  await stage('Building', async () => {
    const ran = await runQuietly(process.execPath, [path.join(root, 'scripts', 'build.mjs')], { cwd: root });
    if (ran.code !== 0) throw new SetUpFailed('The build failed:\n' + tail(ran.said, 30));
  });
  fs.writeFileSync(file, wanted);
}
