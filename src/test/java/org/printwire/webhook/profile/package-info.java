/** Receivers that are as strict as the services' published formats. */
package org.printwire.webhook.profile;
