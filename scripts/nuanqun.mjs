#!/usr/bin/env node
// What `nuanqun` starts once it is installed: the TypeScript entry through tsx's loader.
import { register } from 'tsx/esm/api';

register();
await import(new URL('../nuanqun.ts', import.meta.url).href);
