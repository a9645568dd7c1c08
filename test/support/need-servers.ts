import { needServers } from './servers.ts';

/** Fails the real project plainly when a server or the browser was not given. */
export const setup = (): void =>
  needServers(['NUANQUN_TEST_REDIS', 'NUANQUN_TEST_POSTGRES', 'NUANQUN_TEST_CHROMIUM']);
