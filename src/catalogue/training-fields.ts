/** Small shapes that classes, enrolments and programmes share. */
import { z } from 'zod';
import { accommodationCode } from './referral.ts';

export const enrolmentId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'not an enrolment')
  .meta({ example: 'e0f3c9a1b2d4e5f60718293a4b5c6' });

export const classId = z
  .string()
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'not a class')
  .max(64)
  .meta({ example: 'bbpvp-medan-las-2026-1' });

/** SKKNI code as text: nothing is derived from it (C-02). */
export const unitCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{0,59}$/, 'not the code of a unit')
  .meta({ example: 'C.24LAS01.001.1' });

export const needs = z.array(accommodationCode).max(8).default([]);
