<?php
// What those who were asked said to an edition, and when: append-only.

declare(strict_types=1);

namespace Throughline\Guidelines;

defined('ABSPATH') || exit();

final class Agreements {
	public const SCHEMA = "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
edition int(10) unsigned NOT NULL,
round int(10) unsigned NOT NULL,
user_id bigint(20) unsigned NOT NULL,
answer varchar(10) NOT NULL,
note text NOT NULL,
created datetime NOT NULL,
PRIMARY KEY  (id),
KEY edition (edition,round,user_id),
KEY person (user_id)";
}
