import { forbiddenFor, type RestrictedAction } from '../../domain/organisation/build-forms.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { OrganisationRepo } from '../../store/repos/organisation-repo.ts'

/** 这个支部那天能不能办这件事:临时党支部不发展、不处分、不收党费、不选代表、不换届(ORG-07)。@throws DeclaredFailure TEMPORARY_BRANCH */
export const requireAllowed = (organisations: Pick<OrganisationRepo, 'buildFormOn'>, branchId: string, day: string, action: RestrictedAction): void => {
  if (forbiddenFor(organisations.buildFormOn(branchId, day)).includes(action)) failWith('TEMPORARY_BRANCH', { action })
}
