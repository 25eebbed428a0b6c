/* Styles are imported for what webpack makes of them. */
declare module '*.scss';
