import { FileBox, type FileBoxInterface } from 'file-box';
import { Puppet, type payloads, types } from 'wechaty-puppet';
import {
  contactPayload,
  friendshipPayload,
  messagePayload,
  required,
  roomMemberPayload,
  roomPayload,
} from './payloads.ts';
import type { SimulatedMessage, SimulatorWorld, WorldEvent } from './world-types.ts';

export interface SimulatorPuppetOptions {
  /** The bot's own words come back to it as messages, as with most puppets. */
  selfEcho?: boolean;
  /** Between signs of life; the library and the supervisor count silence as death. */
  heartbeatMs?: number;
  timeoutSeconds?: number;
}

type GroupChange = Exclude<WorldEvent, { kind: 'message' | 'friendship' }>;

const HEARTBEAT_MS = 15_000;

/** A Wechaty puppet whose WeChat is a SimulatorWorld: what the bot does in the demo and in tests is what it does in production. */
export class SimulatorPuppet extends Puppet {
  private readonly selfEcho: boolean;
  private readonly heartbeatMs: number;
  private beating: NodeJS.Timeout | undefined;
  private leaveWorld: (() => void) | undefined;

  constructor(
    private readonly world: SimulatorWorld,
    { selfEcho = true, heartbeatMs = HEARTBEAT_MS, timeoutSeconds }: SimulatorPuppetOptions = {},
  ) {
    super(timeoutSeconds === undefined ? {} : { timeoutSeconds });
    this.selfEcho = selfEcho;
    this.heartbeatMs = heartbeatMs;
  }

  override name(): string {
    return 'nuanqun-simulator';
  }

  override version(): string {
    return '1.0.0';
  }

  override async onStart(): Promise<void> {
    this.leaveWorld = this.world.wire.onEvent(event => this.pass(event));
    this.beating = setInterval(() => this.beat(), this.heartbeatMs);
    this.beating.unref();
    setImmediate(() => {
      if (!this.leaveWorld || this.isLoggedIn) return;
      this.login(this.world.bot.id);
      this.emit('ready', { data: 'ready' });
      this.beat();
    });
  }

  override async onStop(): Promise<void> {
    clearInterval(this.beating);
    this.leaveWorld?.();
    this.leaveWorld = undefined;
  }

  override ding(data = ''): void {
    if (!this.world.wire.isDead()) this.emit('dong', { data });
  }

  private beat(): void {
    if (!this.world.wire.isDead()) this.emit('heartbeat', { data: 'simulator' });
  }

  private pass(event: WorldEvent): void {
    if (!this.isLoggedIn || this.world.wire.isDead()) return;
    if (event.kind === 'message') this.emit('message', { messageId: event.messageId });
    else if (event.kind === 'friendship') this.emit('friendship', { friendshipId: event.requestId });
    else this.passChange(event);
  }

  private passChange(event: GroupChange): void {
    const by = this.world.bot.id;
    const change = { roomId: event.groupId, timestamp: event.at.getTime() };
    this.dirtyPayload(types.Dirty.Room, event.groupId);
    this.dirtyPayload(types.Dirty.RoomMember, event.groupId);
    if (event.kind === 'topic') {
      this.emit('room-topic', { ...change, oldTopic: event.before, newTopic: event.name, changerId: by });
    } else if (event.kind === 'join') {
      this.emit('room-join', { ...change, inviteeIdList: [event.personId], inviterId: by });
    } else {
      this.emit('room-leave', { ...change, removeeIdList: [event.personId], removerId: event.personId });
    }
  }

  private echo(messageId: string): string {
    if (this.selfEcho) setImmediate(() => this.pass({ kind: 'message', messageId }));
    return messageId;
  }

  override async messageSendText(placeId: string, text: string, mentions: string[] = []): Promise<string> {
    return this.echo(this.world.wire.send(placeId, { text, mentions, picture: null }));
  }

  override async messageSendFile(placeId: string, file: FileBoxInterface): Promise<string> {
    const picture = { name: file.name, base64: await file.toBase64() };
    return this.echo(this.world.wire.send(placeId, { text: '', mentions: [], picture }));
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    const { base64, name } = required(this.world.wire.message(id)?.picture ?? undefined, id);
    return FileBox.fromBase64(base64, name);
  }

  override messageImage(id: string): Promise<FileBoxInterface> {
    return this.messageFile(id);
  }

  override async messageRecall(id: string): Promise<boolean> {
    this.world.recall(id);
    return true;
  }

  override async messageRawPayload(id: string): Promise<SimulatedMessage> {
    return required(this.world.wire.message(id), id);
  }

  override async messageRawPayloadParser(message: SimulatedMessage): Promise<payloads.Message> {
    return messagePayload(this.world.wire, message);
  }

  override async contactList(): Promise<string[]> {
    return this.world.people().flatMap(person => (person.isContact ? [person.id] : []));
  }

  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    return contactPayload(this.world.wire, id);
  }

  override async contactRawPayloadParser(payload: payloads.Contact): Promise<payloads.Contact> {
    return payload;
  }

  override async roomList(): Promise<string[]> {
    return this.world.groups().map(group => group.id);
  }

  override async roomMemberList(roomId: string): Promise<string[]> {
    return roomPayload(this.world.wire, roomId).memberIdList;
  }

  override async roomRawPayload(roomId: string): Promise<payloads.Room> {
    return roomPayload(this.world.wire, roomId);
  }

  override async roomRawPayloadParser(payload: payloads.Room): Promise<payloads.Room> {
    return payload;
  }

  override async roomMemberRawPayload(roomId: string, id: string): Promise<payloads.RoomMember> {
    return roomMemberPayload(this.world.wire, roomId, id);
  }

  override async roomMemberRawPayloadParser(payload: payloads.RoomMember): Promise<payloads.RoomMember> {
    return payload;
  }

  override async friendshipRawPayload(id: string): Promise<payloads.Friendship> {
    return friendshipPayload(id, required(this.world.wire.request(id), id));
  }

  override async friendshipRawPayloadParser(payload: payloads.Friendship): Promise<payloads.Friendship> {
    return payload;
  }

  override async friendshipAccept(id: string): Promise<void> {
    this.world.wire.acceptRequest(id);
  }

  override async conversationReadMark(): Promise<void> {}
}
