import crypto from 'crypto';
import fs from 'fs';
import os from 'os';
import path from 'path';

const LOOK_AGAIN_MS = 200;

/** Does the work while no other process sets up the same folder; whoever waited must look again at what is left to do. */
export async function withLock(root, work) {
  const file = lockFile(root);
  while (!take(file)) await new Promise((settle) => setTimeout(settle, LOOK_AGAIN_MS));
  const release = () => remove(file);
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

// Outside the folder: npm ci empties node_modules, and the folder may be somebody's clean checkout.
function lockFile(root) {
  const name = crypto.createHash('sha256').update(root).digest('hex').slice(0, 16);
  return path.join(os.tmpdir(), 'askagain-set-up-' + name + '.lock');
}

function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(file)) remove(file);
    return false;
  }
}

function isHeld(file) {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'));
    // Just created, its holder not yet written down.
    if (pid === 0) return Date.now() - fs.statSync(file).mtimeMs < 5000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function remove(file) {
  if (fs.existsSync(file)) fs.unlinkSync(file);
}
