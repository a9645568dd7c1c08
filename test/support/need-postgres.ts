import { needServers } from './servers.ts';

/** Fails the PostgreSQL project plainly when no server was given. */
export const setup = (): void => needServers(['NUANQUN_TEST_POSTGRES']);
