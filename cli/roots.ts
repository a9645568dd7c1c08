import type { Io } from './io.ts';

/** The programs that know every door; they are handed in, because no door may import another. */
export interface Roots {
  demo(options: {
    port: number | undefined;
    dataDir: string | undefined;
    archive: string | undefined;
    io: Io;
  }): Promise<void>;
  start(options: { io: Io }): Promise<void>;
  replay(options: {
    messages: string;
    faq: string | undefined;
    groups: number;
    json: boolean;
    io: Io;
  }): Promise<void>;
}
