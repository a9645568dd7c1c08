import { expect, it } from 'vitest';
import { isNearby } from '../../src/nearby.ts';

it.each([
  'http://127.0.0.1:11434/v1',
  'http://localhost:11434',
  'http://ollama:11434',
  'http://[::1]:1',
  'http://10.2.3.4',
  'http://172.31.0.1',
  'http://192.168.1.9',
  'http://[fd00::1]',
  'http://gpu.internal/v1',
  'http://gpu.local',
])('%s is on this machine or in the own network', address => expect(isNearby(address)).toBe(true));

it.each([
  'https://api.example.com/v1',
  'http://8.8.8.8',
  'http://172.32.0.1',
  'http://128.0.0.1',
  'http://192.169.0.1',
  'http://localhost.example.cn',
  'http://fc.example.cn',
  'http://[2001:db8::1]',
])('%s is not', address => expect(isNearby(address)).toBe(false));
