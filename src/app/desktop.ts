import { spawn } from 'node:child_process';

/** Shows a page to the person at the desktop; where that fails, the printed address is enough. */
export function openBrowser(url: string): void {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(opener, [url], { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}
