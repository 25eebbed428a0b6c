<?php
// Editions of the guidelines: one is in force, at most one is being written or waits for those who must agree.

declare(strict_types=1);

namespace Throughline\Guidelines;

defined('ABSPATH') || exit();

final class Editions {
	// `edition` counts up by one, so two who begin a draft at once meet at the key. `version` grows with every
	// save of the draft, `round` whenever it is put to those who must agree: an answer is for what they saw.
	public const SCHEMA = "edition int(10) unsigned NOT NULL,
state varchar(10) NOT NULL,
matters tinyint(1) NOT NULL DEFAULT 1,
summary text NOT NULL,
named text NOT NULL,
version int(10) unsigned NOT NULL DEFAULT 1,
round int(10) unsigned NOT NULL DEFAULT 0,
changed datetime NOT NULL,
changed_by bigint(20) unsigned NOT NULL DEFAULT 0,
put datetime DEFAULT NULL,
put_by bigint(20) unsigned NOT NULL DEFAULT 0,
since datetime DEFAULT NULL,
PRIMARY KEY  (edition),
KEY state (state,edition)";

	public const DRAFT = 'draft';
	/** Put to those who must agree. */
	public const PUT = 'put';
	/** In force once; the latest of them still is. */
	public const IN_FORCE = 'in_force';
}
