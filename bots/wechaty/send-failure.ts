import { Failure } from '../../src/errors.ts';

const BUSY = /操作过于频繁|操作太频繁|操作频繁|too (?:frequent|often|many requests)/i;
const NOT_A_FRIEND = /还不是.{0,8}朋友|不是好友|朋友验证|not (?:a |your )?friend/i;
const BUSY_WAIT_MS = 12 * 3_600_000;

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a refused send means. Everything that WeChat did not clearly refuse is handed back as it is: it may have been sent. */
export function sendFailureOf(error: unknown): unknown {
  const words = said(error);
  if (BUSY.test(words)) {
    return new Failure('account-busy', '微信提示操作过于频繁，已停止发送，请等一等再试。', BUSY_WAIT_MS);
  }
  if (NOT_A_FRIEND.test(words)) {
    return new Failure('not-allowed', '对方还不是这个微信号的好友，不能私下发消息。');
  }
  return error;
}

/** The line to the gateway is gone, as gRPC and sockets say it. */
export const isLineDown = (error: unknown): boolean =>
  /14 UNAVAILABLE|Connection dropped|ECONNREFUSED|ECONNRESET|EPIPE|No connection established/.test(
    said(error),
  );
