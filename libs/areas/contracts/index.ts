export { ContractCommands, type DecideContract, type Surroundings } from './contract-commands.js';
