import { existsSync } from 'node:fs';

// Imported before everything else: the engine of the database is chosen when its columns load.
if (existsSync('.env')) process.loadEnvFile('.env');
