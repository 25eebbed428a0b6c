<?php
// Takes everything of ours away when the plugin is deleted; deactivation keeps all of it.

namespace Throughline;

defined('WP_UNINSTALL_PLUGIN') || exit();

require_once __DIR__ . '/throughline.php';

Removal::run();
