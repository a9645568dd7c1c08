/**
 * The columns of a 群包, by width so that each begins where its numbers may lie. Days are counted from the pack's first
 * day, `…Ms` are milliseconds of the Shanghai day, `…At` are UTC ms (NaN: none), people are slots, messages references.
 */
export const COLUMNS = {
  f64: [
    'observedAt',
    'servedBeforeAt',
    'needBotAt',
    'needSpoiledAt',
    'needThankedAt',
    'needConfirmedAt',
    'memberJoinedAt',
    'memberLeftAt',
    'linkFromAt',
    'linkToAt',
    'contactAt',
    'faqAt',
    'burdenAt',
  ],
  i32: [
    'postMs',
    'burstMs',
    'echoMs',
    'needMs',
    'answerMs',
    'answerRef',
    'replyMs',
    'replyRef',
    'replyToRef',
    'exchangeMs',
    'greetingMs',
    'runLike',
  ],
  i16: [
    'postDay',
    'postPreviousDay',
    'burstDay',
    'echoDay',
    'needDay',
    'answerDay',
    'replyDay',
    'exchangeDay',
    'greetingDay',
    'spokeUpDay',
    'volumeDay',
    'runDay',
    'runLikeDay',
    'speakerDay',
    'heardDay',
    'askDay',
    'surveyDay',
  ],
  u16: [
    'cadre',
    'postBy',
    'postFingerprint',
    'elsewhereFingerprint',
    'needBy',
    'needSameAs',
    'needBot',
    'needSpoiled',
    'needThanked',
    'needConfirmed',
    'answerBy',
    'replyBy',
    'replyTo',
    'exchangeFrom',
    'exchangeTo',
    'greetingBy',
    'spokeUpBy',
    'volumePosts',
    'volumeFiller',
    'runSpeaker',
    'runCount',
    'speaker',
    'servedBefore',
    'member',
    'linkCadre',
    'linkPerson',
    'contactCadre',
    'contactPerson',
    'askCadre',
    'surveyCadre',
    'burdenCadre',
  ],
  u8: [
    'voice',
    'role',
    'postSaid',
    'needLabel',
    'needAnswers',
    'needConfirms',
    'answerVoice',
    'answerRule',
    'replyVoice',
    'replyConfidence',
    'replyTos',
    'memberRole',
    'contactWay',
    'contactAcknowledged',
    'surveyKnows',
    'surveyHelped',
    'faqVerdict',
    'ids',
    'declared',
    'tickets',
  ],
} as const;

/** Of another number the pack is made again. */
export const PACK_FORMAT = 1;

/** The name of any column. */
export type Column = (typeof COLUMNS)[keyof typeof COLUMNS][number];

const WIDTHS = ['f64', 'i32', 'i16', 'u16', 'u8'] as const;
const ARRAYS = {
  f64: Float64Array,
  i32: Int32Array,
  i16: Int16Array,
  u16: Uint16Array,
  u8: Uint8Array,
};

/** What the head of every pack tells before its columns. */
export const HEAD = [
  'format',
  'firstDay',
  'throughDay',
  'kind',
  'size',
  'isWhole',
  'hasCadre',
  'declared',
] as const;
export type Head = Record<(typeof HEAD)[number], number> & {
  /** UTC ms, NaN where not known; and of the first thing known of the group. */
  createdAt: number;
  firstSignAt: number;
};

const ORDER = WIDTHS.flatMap(width => COLUMNS[width].map(name => ({ name, width })));
const MOMENTS_AT = 8 * Math.ceil((HEAD.length + ORDER.length + 1) / 2);
const COLUMNS_AT = MOMENTS_AT + 16;

interface Place {
  /** Where the head tells the column's beginning. */
  front: number;
  /** Bytes of one number are 1 << shift. */
  shift: number;
}

// Every name stands in ORDER once.
const PLACES = Object.fromEntries(
  ORDER.map(({ name, width }, index) => [
    name,
    { front: HEAD.length + index, shift: Math.log2(ARRAYS[width].BYTES_PER_ELEMENT) },
  ]),
) as Record<Column, Place>;

/** One pack as bytes: its head, where each column begins, the columns. */
export function writeColumns(head: Head, columns: Partial<Record<Column, ArrayLike<number>>>): Uint8Array {
  let size = COLUMNS_AT;
  const starts = ORDER.map(({ name, width }) => {
    const start = size;
    size += (columns[name]?.length ?? 0) * ARRAYS[width].BYTES_PER_ELEMENT;
    return start;
  });
  const buffer = new ArrayBuffer(8 * Math.ceil(size / 8));
  const front = new Int32Array(buffer, 0, MOMENTS_AT / 4);
  front.set(HEAD.map(name => head[name]));
  front.set([...starts, size], HEAD.length);
  new Float64Array(buffer, MOMENTS_AT, 2).set([head.createdAt, head.firstSignAt]);
  ORDER.forEach(({ name, width }, index) => {
    const column = columns[name];
    if (column) new ARRAYS[width](buffer, starts[index], column.length).set(column);
  });
  return new Uint8Array(buffer);
}

/** A pack's numbers by width; a column is the part of its width that `begin` and `end` name. */
export interface Columns {
  head: Head;
  /** The pack's first 4-byte numbers: the head, then where each column begins. */
  front: Int32Array;
  f64: Float64Array;
  i32: Int32Array;
  i16: Int16Array;
  u16: Uint16Array;
  u8: Uint8Array;
}

/** Where a column begins among the numbers of its width, and where it ends. */
export const begin = ({ front }: Columns, name: Column): number =>
  (front[PLACES[name].front] ?? 0) >> PLACES[name].shift;
export const end = ({ front }: Columns, name: Column): number =>
  (front[PLACES[name].front + 1] ?? 0) >> PLACES[name].shift;
export const lengthOf = (columns: Columns, name: Column): number => end(columns, name) - begin(columns, name);

/** The columns of a pack; null for bytes of another format. */
export function readColumns(bytes: Uint8Array): Columns | null {
  if (bytes.byteLength < COLUMNS_AT) return null;
  // A driver may hand out a slice of something larger; numbers must lie on their own width.
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const front = new Int32Array(buffer, byteOffset, byteLength >> 2);
  const [
    format = 0,
    firstDay = 0,
    throughDay = 0,
    kind = 0,
    size = 0,
    isWhole = 0,
    hasCadre = 0,
    declared = 0,
  ] = front;
  if (format !== PACK_FORMAT) return null;
  const f64 = new Float64Array(buffer, byteOffset, byteLength >> 3);
  return {
    head: {
      format,
      firstDay,
      throughDay,
      kind,
      size,
      isWhole,
      hasCadre,
      declared,
      createdAt: f64[MOMENTS_AT >> 3] ?? Number.NaN,
      firstSignAt: f64[(MOMENTS_AT >> 3) + 1] ?? Number.NaN,
    },
    front,
    f64,
    i32: front,
    i16: new Int16Array(buffer, byteOffset, byteLength >> 1),
    u16: new Uint16Array(buffer, byteOffset, byteLength >> 1),
    u8: new Uint8Array(buffer, byteOffset, byteLength),
  };
}
