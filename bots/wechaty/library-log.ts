import { log as libraryLog } from 'wechaty-puppet';

/** Wechaty prints through this one logger: onto stderr, because stdout belongs to commands, and only errors unless WECHATY_LOG asks for more. */
export function keepLibraryLogOffStdout(): void {
  libraryLog.enableLogging((level: string, text = '') => {
    process.stderr.write(`wechaty ${level} ${text}\n`);
  });
  // 'info' is the library's own default; it writes names and texts of the chat.
  if (libraryLog.level() === 'info') libraryLog.level('silent');
}
