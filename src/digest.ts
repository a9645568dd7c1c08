/** 周报: what a leader reads on Monday, one phone screen of text and the facts its picture is drawn from. */
export { composeDigest } from './digest/compose.ts';
export type { Digest, DigestChart, DigestInput } from './digest/digest-input.ts';
export { composeMirror, type Mirror } from './digest/mirror.ts';
