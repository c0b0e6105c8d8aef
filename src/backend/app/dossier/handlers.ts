import type { AreaHandlers } from '../handlers.ts';
import { makeDossier, type DossierServices } from './make-dossier.ts';

export function createDossierHandlers(services: DossierServices): AreaHandlers<'dossiers'> {
  return { 'dossiers.make': (context, input) => makeDossier(context, input, services) };
}
