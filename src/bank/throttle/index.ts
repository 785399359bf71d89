/** The door of the room `throttle`: what other rooms and the bank use of it. */
export { missPoints } from './limits.ts';
export { createThrottle, type Throttle, type ThrottleService } from './throttle.ts';
